namespace FlexPrice.Benchmarks.Contestants;

/// <summary>One way to delete a customer.</summary>
internal interface IContestant
{
    string Name { get; }

    /// <summary>Deletes the customers 0 to <paramref name="customers"/> - 1 with concurrent clients, each one at a time.</summary>
    Task<Measurement> DeleteAsync(int customers, int clients);
}
