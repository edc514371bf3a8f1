namespace Rooms.B;

/// <summary>A type of room B.</summary>
internal sealed class Two;
