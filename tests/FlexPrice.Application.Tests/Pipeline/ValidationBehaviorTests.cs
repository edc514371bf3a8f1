using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FluentValidation;

namespace FlexPrice.Application.Tests.Pipeline;

public sealed class ValidationBehaviorTests
{
    private readonly Next<CommandResult<CustomerId>> _next = new(Given.CustomerId('1'));

    [Fact]
    public async Task Request_WhenEveryFieldIsRight_Passes()
    {
        (await SendAsync(new RenameCommand("Ada"), new NameValidator(), new AgeValidator())).Error.ShouldBeNull();

        _next.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task Request_WhenItHasNoValidator_Passes() =>
        (await SendAsync(new RenameCommand(null))).Error.ShouldBeNull();

    [Fact]
    public async Task Request_WhenFieldsOfSeveralValidatorsAreWrong_IsRefusedWithAllAtOnce()
    {
        var error = (await SendAsync(new RenameCommand("", Age: -1), new NameValidator(), new AgeValidator())).Error.ShouldNotBeNull();

        error.Kind.ShouldBe(ErrorKind.Validation);
        error.Message.ShouldBe("Request validation failed");
        error.Details.ShouldBe(
            new Dictionary<string, object?> { ["name"] = "name is required. name is too short.", ["age"] = "age must be positive." },
            ignoreOrder: true);
        _next.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task Request_WhenAMessageMentionsAnOperation_LeavesItToTheApi()
    {
        var error = (await SendAsync(new RenameCommand(""), new NameValidator(), new ListedNameValidator())).Error.ShouldNotBeNull();

        error.Details["name"].ShouldBe((Hint)$"name is required. name is too short. {Operation.GetDeletionPolicy} lists {{names}}.");
    }

    private Task<CommandResult<CustomerId>> SendAsync(RenameCommand command, params IValidator<RenameCommand>[] validators) =>
        new ValidationBehavior<RenameCommand, CommandResult<CustomerId>>(validators).Handle(command, default, _next.Handler);

    private sealed class NameValidator : AbstractValidator<RenameCommand>
    {
        public NameValidator()
        {
            RuleFor(command => command.Name).NotEmpty().OverridePropertyName("name").WithMessage("name is required.");
            RuleFor(command => command.Name).MinimumLength(2).OverridePropertyName("name").WithMessage("name is too short.");
            RuleFor(command => command.Name).NotEmpty().OverridePropertyName("name").WithMessage("name is required.");
        }
    }

    private sealed class ListedNameValidator : AbstractValidator<RenameCommand>
    {
        public ListedNameValidator() => RuleFor(command => command.Name).NotEmpty().OverridePropertyName("name").WithHint($"{Operation.GetDeletionPolicy} lists {{names}}.");
    }

    private sealed class AgeValidator : AbstractValidator<RenameCommand>
    {
        public AgeValidator() => RuleFor(command => command.Age).GreaterThan(0).OverridePropertyName("age").WithMessage("age must be positive.");
    }
}
