using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions.Events;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Announcements;

/// <summary>The data of announcements.</summary>
internal static class AnnouncementData
{
    public static IReadOnlyDictionary<string, object?> Of(CustomerId customer) => new Dictionary<string, object?>
    {
        ["customer"] = new Dictionary<string, string> { ["id"] = customer.Value },
    };

    public static IReadOnlyDictionary<string, object?> Of(CustomerDeleted happened) => new Dictionary<string, object?>(Of(happened.CustomerId))
    {
        ["deletion_id"] = happened.DeletionId.Value,
        ["parent_deletion_id"] = happened.ParentDeletionId?.Value,
    };

    /// <summary>The data of everything that belongs to a customer.</summary>
    /// <param name="name">What it is, for example <c>invoice</c>.</param>
    /// <param name="id">Its id.</param>
    /// <param name="customer">Whose it is.</param>
    public static IReadOnlyDictionary<string, object?> Of<TId>(string name, TId id, CustomerId customer)
        where TId : struct, ITypedId<TId> => new Dictionary<string, object?>
        {
            [name] = new Dictionary<string, string> { ["id"] = id.Value, ["customer_id"] = customer.Value },
        };
}
