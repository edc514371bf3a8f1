using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Retention.DecideRetentionPolicy;

/// <summary>Decides how long the environment keeps invoices of deleted customers that are issued from now on.</summary>
/// <param name="Years">Counted from the end of the calendar year in which an invoice is issued. Required.</param>
[RequiresPermission(Permission.RetentionWrite)]
public sealed record DecideRetentionPolicyCommand(int? Years) : ICommand<CommandResult<EnvironmentId>>;
