namespace FlexPrice.Api.Documentation;

/// <summary>FlexPrice does not know the field, for the API's documentation.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FlexPriceExtensionAttribute : Attribute;
