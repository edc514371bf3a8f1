using FluentValidation;

namespace FlexPrice.Architecture.Tests.Samples.Layers;

/// <summary>Wrong: an aggregate that needs a package to judge itself.</summary>
internal sealed class CustomerWithPackage
{
    public IValidator<string>? NameValidator { get; init; }
}
