using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Cascade;
using FlexPrice.Architecture.Tests.Samples.Messages;
using FlexPrice.Domain.Primitives;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Architecture.Tests;

public sealed class MessageTests
{
    private static readonly Type[] Good = [typeof(GoodCommand), typeof(GoodHandler), typeof(GoodValidator)];

    private static readonly Type[] Bad =
    [
        typeof(BadCommand), typeof(FirstHandler), typeof(SecondHandler), typeof(FirstValidator), typeof(SecondValidator),
        typeof(StrangeCommand), typeof(PublicHandler), typeof(BadQuery),
    ];

    [Fact]
    public void Message_WhenItIsOneOfTheProducts_HasExactlyOneHandler() => MessageRules.HaveOneHandler(Product.Types.ToList()).ShouldHold();

    [Fact]
    public void Message_WhenItHasTwoHandlersOrNone_IsCaught()
    {
        MessageRules.HaveOneHandler(Good).ShouldHold();
        MessageRules.HaveOneHandler(Bad).ShouldCatch("BadCommand has 2 handlers", "BadQuery has 0 handlers");
    }

    [Fact]
    public void Command_WhenItIsOneOfTheProducts_HasExactlyOneValidator() => MessageRules.HaveOneValidator(Product.Types.ToList()).ShouldHold();

    [Fact]
    public void Command_WhenItHasTwoValidatorsOrNone_IsCaught()
    {
        MessageRules.HaveOneValidator(Good).ShouldHold();
        MessageRules.HaveOneValidator(Bad).ShouldCatch("BadCommand has 2 validators", "StrangeCommand has 0 validators");
    }

    [Fact]
    public void Message_WhenItIsOneOfTheProducts_HasExactlyOneKnownPermission() => MessageRules.HaveOnePermission(Product.Types).ShouldHold();

    [Fact]
    public void Message_WhenItHasNoOrAnUnknownPermission_IsCaught()
    {
        MessageRules.HaveOnePermission(Good).ShouldHold();
        MessageRules.HaveOnePermission(Bad).ShouldCatch("BadCommand has 0 permissions", "StrangeCommand requires moon:write", "BadQuery has 0 permissions");
    }

    [Fact]
    public void Message_WhenItIsOneOfTheProducts_IsAPublicSealedImmutableRecord()
    {
        MessageRules.ArePublicSealedImmutableRecords(MessageRules.Messages(Product.Types)).ShouldHold();
        MessageRules.ArePublicSealedImmutableRecords([typeof(Error)]).ShouldHold();
    }

    [Fact]
    public void Message_WhenItCanChangeOrBeInherited_IsCaught() =>
        MessageRules.ArePublicSealedImmutableRecords(MessageRules.Messages(Bad)).ShouldCatch(
            "BadCommand is not public", "BadCommand is not sealed", "BadCommand is no record", "BadCommand.Name can be set", "BadCommand.Age can be set");

    [Fact]
    public void QueryHandler_WhenItIsOneOfTheProducts_ReadsOnly() => MessageRules.OnlyRead(Product.Types).ShouldHold();

    [Fact]
    public void QueryHandler_WhenItCouldAddWhatItReads_IsCaught() =>
        MessageRules.OnlyRead([typeof(WritingQueryHandler)]).ShouldCatch("WritingQueryHandler answers a query and can add customers");

    [Theory]
    [InlineData(typeof(IRequestHandler<,>))]
    [InlineData(typeof(IValidator<>))]
    [InlineData(typeof(IReaction<>))]
    [InlineData(typeof(IPipelineBehavior<,>))]
    [InlineData(typeof(IEntityTypeConfiguration<>))]
    public void Implementation_WhenItIsOneOfTheProducts_IsInternalAndSealed(Type contract) =>
        MessageRules.AreInternalAndSealed(Product.Types.Where(type => type.IsConcrete() && type.Implements(contract))).ShouldHold();

    [Fact]
    public void Edge_WhenItIsOneOfTheProducts_IsInternalAndSealed() =>
        MessageRules.AreInternalAndSealed(Product.Types.Where(type => type.IsConcrete() && type.IsAssignableTo(typeof(ICascadeEdge)))).ShouldHold();

    [Fact]
    public void Implementation_WhenItIsPublicOrOpen_IsCaught() =>
        MessageRules.AreInternalAndSealed(Bad.Where(type => type.Implements(typeof(IRequestHandler<,>)))).ShouldCatch("SecondHandler is not sealed", "PublicHandler is public");
}
