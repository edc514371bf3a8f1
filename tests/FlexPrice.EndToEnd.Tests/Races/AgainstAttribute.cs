namespace FlexPrice.EndToEnd.Tests.Races;

/// <summary>Names the command that a deletion meets in a test.</summary>
/// <param name="command">The command.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class AgainstAttribute(Type command) : Attribute
{
    public Type Command => command;
}
