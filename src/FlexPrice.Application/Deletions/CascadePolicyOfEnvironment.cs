using FlexPrice.Domain.Deletions;

namespace FlexPrice.Application.Deletions;

/// <summary>The policy that the environment decided.</summary>
internal sealed class CascadePolicyOfEnvironment : Specification<CascadePolicy>;
