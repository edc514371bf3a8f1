using System.Reflection;
using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.AuditLog;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Integrations;
using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Retention;
using FlexPrice.Domain.Subscriptions;
using FlexPrice.Domain.Usage;
using FlexPrice.Domain.Wallets;
using FlexPrice.Domain.Workflows;
using FlexPrice.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Environment = FlexPrice.Domain.Access.Environment;

namespace FlexPrice.Infrastructure.Persistence;

/// <summary>The model, the same for every database. Every query sees the caller's environment only.</summary>
public abstract class FlexPriceDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>The name of the query filter that keeps environments apart.</summary>
    public const string EnvironmentFilter = "environment";

    internal DbSet<Tenant> Tenants => Set<Tenant>();

    internal DbSet<Environment> Environments => Set<Environment>();

    internal DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    internal DbSet<Customer> Customers => Set<Customer>();

    internal DbSet<PastHolding> PastHoldings => Set<PastHolding>();

    internal DbSet<Subscription> Subscriptions => Set<Subscription>();

    internal DbSet<SubscriptionLineItem> SubscriptionLineItems => Set<SubscriptionLineItem>();

    internal DbSet<Invoice> Invoices => Set<Invoice>();

    internal DbSet<InvoiceLineItem> InvoiceLineItems => Set<InvoiceLineItem>();

    internal DbSet<InvoicePayment> InvoicePayments => Set<InvoicePayment>();

    internal DbSet<InvoiceCounter> InvoiceCounters => Set<InvoiceCounter>();

    internal DbSet<Wallet> Wallets => Set<Wallet>();

    internal DbSet<WalletTransaction> WalletTransactions => Set<WalletTransaction>();

    internal DbSet<UsageSubject> UsageSubjects => Set<UsageSubject>();

    internal DbSet<UsageEvent> UsageEvents => Set<UsageEvent>();

    internal DbSet<RetentionPolicy> RetentionPolicies => Set<RetentionPolicy>();

    internal DbSet<SealedDocument> SealedDocuments => Set<SealedDocument>();

    internal DbSet<LegalHold> LegalHolds => Set<LegalHold>();

    internal DbSet<Workflow> Workflows => Set<Workflow>();

    internal DbSet<IntegrationMapping> IntegrationMappings => Set<IntegrationMapping>();

    internal DbSet<DeletionPolicy> DeletionPolicies => Set<DeletionPolicy>();

    internal DbSet<Deletion> Deletions => Set<Deletion>();

    internal DbSet<Recipient> Recipients => Set<Recipient>();

    internal DbSet<Fence> Fences => Set<Fence>();

    internal DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>The caller whose environment is visible. None until it is set: then no row is visible.</summary>
    internal ICaller? Caller { get; set; }

    private TenantId CallerTenantId => Caller?.Scope.TenantId ?? default;

    private EnvironmentId CallerEnvironmentId => Caller?.Scope.EnvironmentId ?? default;

    /// <summary>Returns the context to the pool, without its caller.</summary>
    public override void Dispose()
    {
        Caller = null;
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="Dispose" />
    public override async ValueTask DisposeAsync()
    {
        Caller = null;
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseTypedValues();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(Assembly.GetExecutingAssembly());
        var filter = typeof(FlexPriceDbContext).GetMethod(nameof(FilterByEnvironment), BindingFlags.NonPublic | BindingFlags.Instance)!;
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(entity => typeof(IEnvironmentScoped).IsAssignableFrom(entity.ClrType)).ToList())
        {
            filter.MakeGenericMethod(entity.ClrType).Invoke(this, [modelBuilder]);
        }
    }

    private void FilterByEnvironment<T>(ModelBuilder modelBuilder)
        where T : class, IEnvironmentScoped =>
        modelBuilder.Entity<T>().HasQueryFilter(EnvironmentFilter, entity => entity.TenantId == CallerTenantId && entity.EnvironmentId == CallerEnvironmentId);
}
