using FlexPrice.Application.Abstractions;

namespace FlexPrice.Infrastructure.Persistence;

/// <summary>Any number of servers work on a database server.</summary>
internal sealed class NoServerClaim : IServerClaim
{
    public void Acquire()
    {
    }
}
