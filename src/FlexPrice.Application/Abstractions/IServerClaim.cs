namespace FlexPrice.Application.Abstractions;

/// <summary>Keeps a second server off a database that is for one process only.</summary>
public interface IServerClaim
{
    /// <summary>Claims the database until this process ends, or its services are disposed of. Refuses by an exception in the operator's terms when another server has it.</summary>
    void Acquire();
}
