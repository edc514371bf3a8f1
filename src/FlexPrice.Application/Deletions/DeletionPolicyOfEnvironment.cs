using FlexPrice.Domain.Cascade;

namespace FlexPrice.Application.Deletions;

/// <summary>The policy that the environment decided.</summary>
internal sealed class DeletionPolicyOfEnvironment : Specification<DeletionPolicy>;
