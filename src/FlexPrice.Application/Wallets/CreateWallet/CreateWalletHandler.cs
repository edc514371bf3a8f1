using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Wallets;

namespace FlexPrice.Application.Wallets.CreateWallet;

internal sealed class CreateWalletHandler(
    IRepository<Wallet> wallets,
    CustomerResolver customers,
    IIdGenerator ids,
    ICaller caller,
    TimeProvider clock) : ICommandHandler<CreateWalletCommand, CommandResult<WalletId>>
{
    public async Task<CommandResult<WalletId>> HandleAsync(CreateWalletCommand command, CancellationToken cancellationToken)
    {
        var customer = await customers.LockSharedAsync(command.Customer.PreferringId(), cancellationToken);
        if (customer.Error is not null)
        {
            return customer.Error;
        }

        var change = caller.ChangeNow(clock);
        var terms = new WalletTerms(
            command.Name ?? "",
            command.Description ?? "",
            command.Currency!.ToLowerInvariant(),
            WireName.Parse(command.WalletType, WalletType.PrePaid),
            command.ConversionRate ?? 1,
            command.Metadata);
        var wallet = Wallet.Open(caller.Scope, ids.New<WalletId>(), customer.Value, terms, change);
        if (wallet.Error is not null)
        {
            return wallet.Error;
        }

        if (await wallets.AnyAsync(new ActiveWalletOfKind(customer.Value.Id, terms.Currency, terms.Type), cancellationToken))
        {
            return WalletErrors.OnePerCurrencyAndType();
        }

        if (command.InitialCreditsToLoad is > 0 and var credits && wallet.Value.Credit(ids.New<WalletTransactionId>(), credits, change) is { } refused)
        {
            return refused;
        }

        await wallets.AddAsync(wallet.Value, cancellationToken);
        return wallet.Value.Id;
    }
}
