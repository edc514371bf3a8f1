using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Wallets;

namespace FlexPrice.Application.Wallets.TerminateWallet;

internal sealed class TerminateWalletHandler(IRepository<Wallet> wallets, IRowLocks locks, IIdGenerator ids, ICaller caller, TimeProvider clock)
    : ICommandHandler<TerminateWalletCommand, CommandResult<WalletId>>
{
    public async Task<CommandResult<WalletId>> HandleAsync(TerminateWalletCommand command, CancellationToken cancellationToken)
    {
        if (!TypedId.TryParse<WalletId>(command.Id, out var id) || await wallets.FirstOrDefaultAsync(new WalletById(id), cancellationToken) is not { } wallet)
        {
            return WalletErrors.NotFound(command.Id);
        }

        await locks.LockSharedAsync([wallet.CustomerId], cancellationToken);
        return wallet.Terminate(ids.New<WalletTransactionId>(), caller.ChangeNow(clock)) is { } refused ? refused : id;
    }
}
