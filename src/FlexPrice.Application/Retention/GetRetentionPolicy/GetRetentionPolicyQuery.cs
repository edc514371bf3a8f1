using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Retention;

namespace FlexPrice.Application.Retention.GetRetentionPolicy;

/// <summary>Reads how long the environment keeps invoices of deleted customers.</summary>
[RequiresPermission(Permission.RetentionRead)]
public sealed record GetRetentionPolicyQuery : IQuery<Result<RetentionPolicy>>;
