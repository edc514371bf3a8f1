namespace FlexPrice.Domain.Access;

/// <summary>What an environment is for.</summary>
public enum EnvironmentType
{
    /// <summary>Trying things out.</summary>
    Development,

    /// <summary>Real customers.</summary>
    Production,
}
