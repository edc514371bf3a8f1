using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Telemetry;
using FlexPrice.Domain.Primitives;
using FluentValidation;
using FluentValidation.Results;
using MediatR;

namespace FlexPrice.Application.Pipeline;

/// <summary>Validates the shape of a request and reports all invalid fields at once. Uses the request only, never the database.</summary>
internal sealed class ValidationBehavior<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IResult<TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        List<ValidationFailure> failures;
        using (Phase.Begin(Phase.Validate))
        {
            failures = [.. validators.SelectMany(validator => validator.Validate(request).Errors)];
        }

        if (failures.Count == 0)
        {
            return next();
        }

        var details = failures
            .GroupBy(failure => failure.PropertyName, StringComparer.Ordinal)
            .ToDictionary(field => field.Key, object? (field) => TextOf(field).ToDetail(), StringComparer.Ordinal);
        return Task.FromResult(TResponse.Failure(new Error(ErrorKind.Validation, "Request validation failed") { Details = details }));
    }

    private static Hint TextOf(IEnumerable<ValidationFailure> failures) =>
        failures.Select(failure => failure.CustomState as Hint ?? failure.ErrorMessage).Distinct().Aggregate((text, next) => $"{text} {next}");
}
