namespace FlexPrice.Application.Sample;

/// <summary>A family of customers to try things with, one of each edge.</summary>
public interface ISampleData
{
    /// <summary>Makes what is missing of the family, so that the calls shown at start work at every start.</summary>
    /// <returns>The family, or null without sample data.</returns>
    Task<SampleFamily?> EnsureAsync(CancellationToken cancellationToken);
}
