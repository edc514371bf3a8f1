using System.Globalization;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Invoices;

/// <summary>
/// Hands out the numbers of an environment's invoices. One row per environment: a number is taken in the transaction that finalizes the invoice, so that none
/// is lost and none is given twice.
/// </summary>
public sealed class InvoiceCounter : IEnvironmentScoped
{
    private InvoiceCounter()
    {
    }

    /// <inheritdoc />
    public TenantId TenantId { get; private set; }

    /// <inheritdoc />
    public EnvironmentId EnvironmentId { get; private set; }

    /// <summary>The last number that was handed out; 0 for none. Two writers of the same number conflict.</summary>
    public long LastNumber { get; private set; }

    /// <summary>The counter of an environment that has no invoice yet.</summary>
    /// <param name="scope">The environment.</param>
    public static InvoiceCounter Open(EnvironmentScope scope) => new() { TenantId = scope.TenantId, EnvironmentId = scope.EnvironmentId };

    /// <summary>Takes the next number, for example <c>INV-000001</c>.</summary>
    public string Next()
    {
        LastNumber++;
        return string.Create(CultureInfo.InvariantCulture, $"INV-{LastNumber:D6}");
    }
}
