using FlexPrice.Domain.Access;

namespace FlexPrice.Domain.Primitives;

/// <summary>An entity that is loaded, changed and saved as a whole and decides about its own changes.</summary>
public abstract class AggregateRoot : IEnvironmentScoped, IHasDomainEvents
{
    private readonly List<IDomainEvent> _events = [];

    /// <summary>For the object-relational mapper.</summary>
    protected AggregateRoot()
    {
    }

    /// <summary>Starts a new aggregate.</summary>
    /// <param name="scope">Where it belongs.</param>
    /// <param name="created">Time and actor of the creation.</param>
    protected AggregateRoot(EnvironmentScope scope, Change created)
    {
        TenantId = scope.TenantId;
        EnvironmentId = scope.EnvironmentId;
        CreatedAt = UpdatedAt = created.At;
        CreatedBy = UpdatedBy = created.By;
    }

    /// <inheritdoc />
    public TenantId TenantId { get; private set; }

    /// <inheritdoc />
    public EnvironmentId EnvironmentId { get; private set; }

    /// <summary>When it was created, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was last changed, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>The id of the API key that created it, empty for the system.</summary>
    [NotPersonal("The id of an API key.")]
    public string CreatedBy { get; private set; } = "";

    /// <summary>The id of the API key that changed it last, empty for the system.</summary>
    [NotPersonal("The id of an API key.")]
    public string UpdatedBy { get; private set; } = "";

    /// <summary>Grows by one with every saved change; two writers of the same version conflict.</summary>
    public long Version { get; private set; }

    /// <inheritdoc />
    public IReadOnlyList<IDomainEvent> TakeEvents()
    {
        if (_events.Count == 0)
        {
            return [];
        }

        IReadOnlyList<IDomainEvent> taken = [.. _events];
        _events.Clear();
        return taken;
    }

    /// <summary>Records that something happened.</summary>
    /// <param name="happened">What happened.</param>
    protected void Raise(IDomainEvent happened) => _events.Add(happened);

    /// <summary>Stamps a change.</summary>
    /// <param name="change">Time and actor.</param>
    protected void Touch(Change change)
    {
        UpdatedAt = change.At;
        UpdatedBy = change.By;
        Version++;
    }
}
