using FlexPrice.Application.Customers;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Usage;

internal sealed class CollectedUsage(IUsageStore usage) : ICollectedUsage
{
    public async Task AssignAsync(LookupHash externalId, CustomerId taker, CancellationToken cancellationToken)
    {
        var subject = await usage.FindSubjectAsync(externalId, cancellationToken);
        subject?.AssignTo(taker);
    }

    public async Task ReleaseAsync(LookupHash externalId, CustomerId holder, CancellationToken cancellationToken)
    {
        var subject = await usage.FindSubjectAsync(externalId, cancellationToken);
        if (subject?.CustomerId == holder)
        {
            subject.ReleaseExternalId();
        }
    }
}
