namespace Rooms.C;

/// <summary>A type of room C.</summary>
internal sealed class Three;
