using FlexPrice.Application.Abstractions.Specifications;

namespace FlexPrice.Application.Tests.Abstractions;

public sealed class SpecificationTests
{
    [Fact]
    public async Task Specification_WhenDescribed_KeepsEveryPartInItsOrder()
    {
        var specification = new LongWords();

        specification.WhereExpressions.Count.ShouldBe(2);
        specification.OrderExpressions.Select(order => order.Descending).ShouldBe([false, true]);
        specification.IncludeExpressions.Count.ShouldBe(1);
        specification.Skip.ShouldBe(1);
        specification.Take.ShouldBe(2);
        specification.AsNoTracking.ShouldBeTrue();

        var words = new InMemoryRepository<string>("dddd", "bb", "ccc", "xccc", "aaa", "eeeee");
        (await words.ListAsync(specification)).ShouldBe(["aaa", "dddd"]);
        (await words.CountAsync(specification)).ShouldBe(4);
    }

    [Fact]
    public void Specification_WhenNothingIsSaid_TakesAllAndTracks()
    {
        var specification = new Everything();

        specification.WhereExpressions.ShouldBeEmpty();
        specification.OrderExpressions.ShouldBeEmpty();
        specification.Skip.ShouldBeNull();
        specification.Take.ShouldBeNull();
        specification.AsNoTracking.ShouldBeFalse();
    }

    private sealed class LongWords : Specification<string>
    {
        public LongWords() => Query
            .Where(word => word.Length > 2)
            .Where(word => !word.StartsWith('x'))
            .OrderBy(word => word.Length)
            .OrderByDescending(word => word)
            .Include(word => word.Length)
            .Skip(1)
            .Take(2)
            .AsNoTracking();
    }

    private sealed class Everything : Specification<string>;
}
