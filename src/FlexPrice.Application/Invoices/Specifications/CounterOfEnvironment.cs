using FlexPrice.Domain.Invoices;

namespace FlexPrice.Application.Invoices;

/// <summary>The counter of the environment's invoice numbers.</summary>
internal sealed class CounterOfEnvironment : Specification<InvoiceCounter>;
