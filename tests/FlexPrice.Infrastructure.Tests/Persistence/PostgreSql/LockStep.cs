namespace FlexPrice.Infrastructure.Tests.Persistence.PostgreSql;

/// <summary>What a transaction locks, in the order of <c>IRowLocks</c>; rows are written last.</summary>
internal enum LockStep
{
    Allowance,
    Families,
    Customers,
    ExternalIds,
    InvoiceCounter,
    ApiKeys,
    Rows,
}
