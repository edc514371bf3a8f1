namespace Rooms.A;

/// <summary>A type of room A.</summary>
internal sealed class One;
