using FlexPrice.Domain.Retention;

namespace FlexPrice.Application.Retention;

/// <summary>The retention period that the environment decided.</summary>
internal sealed class RetentionPolicyOfEnvironment : Specification<RetentionPolicy>;
