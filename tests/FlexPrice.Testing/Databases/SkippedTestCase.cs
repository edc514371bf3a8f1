using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace FlexPrice.Testing.Databases;

/// <summary>A test that does not run on this machine, with the reason.</summary>
public sealed class SkippedTestCase : XunitTestCase
{
    private string _reason = "";

    /// <summary>For the runner only, which reads it from where it was stored.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Called by the deserializer.")]
    public SkippedTestCase()
    {
    }

    /// <summary>A test that is skipped.</summary>
    public SkippedTestCase(IMessageSink messages, TestMethodDisplay display, TestMethodDisplayOptions displayOptions, ITestMethod method, string reason)
        : base(messages, display, displayOptions, method) => SkipReason = _reason = reason;

    /// <inheritdoc />
    public override void Serialize(IXunitSerializationInfo data)
    {
        base.Serialize(data);
        data.AddValue(nameof(_reason), _reason);
    }

    /// <inheritdoc />
    public override void Deserialize(IXunitSerializationInfo data)
    {
        base.Deserialize(data);
        SkipReason = _reason = data.GetValue<string>(nameof(_reason));
    }
}
