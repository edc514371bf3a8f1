namespace FlexPrice.Application.Abstractions;

/// <summary>How much one request may say. Every list, map and text of every request has a maximum; a test enumerates them.</summary>
public static class RequestLimits
{
    /// <summary>Conditions of a search.</summary>
    public const int Filters = 50;

    /// <summary>Sort keys of a search.</summary>
    public const int SortKeys = 50;

    /// <summary>Values that one condition compares with.</summary>
    public const int FilterValues = 500;

    /// <summary>Ids in a list, as many as a page has.</summary>
    public const int Ids = Paging.MaximumLimit;

    /// <summary>Names of states, types or roles in a list.</summary>
    public const int Names = 50;

    /// <summary>Pairs of metadata per entity.</summary>
    public const int MetadataPairs = 50;

    /// <summary>Characters of a metadata key.</summary>
    public const int MetadataKey = 64;

    /// <summary>Characters of a metadata value. With the longest key, and escaped, it fits into the 4,000 characters that SQL Server searches for.</summary>
    public const int MetadataValue = 500;

    /// <summary>Characters of a name, an id or another short text.</summary>
    public const int Text = 255;

    /// <summary>Characters of a text for people.</summary>
    public const int Prose = 1000;

    /// <summary>Line items of an invoice.</summary>
    public const int InvoiceLines = 250;

    /// <summary>Line items of a subscription.</summary>
    public const int SubscriptionLines = 100;

    /// <summary>Usage events in one call.</summary>
    public const int Events = 1000;

    /// <summary>Properties of a usage event.</summary>
    public const int EventProperties = 250;

    /// <summary>Bytes of a usage event as JSON.</summary>
    public const int EventBytes = 64 * 1024;

    /// <summary>Bytes of one answer with usage events. A page ends where they do, but not before its first event.</summary>
    public const int EventsAnswerBytes = 4 * 1024 * 1024;

    /// <summary>Parameters of a deletion or its plan.</summary>
    public const int Choices = 50;
}
