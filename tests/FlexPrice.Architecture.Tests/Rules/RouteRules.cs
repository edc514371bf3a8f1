using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;

namespace FlexPrice.Architecture.Tests.Rules;

/// <summary>How endpoints come into the program.</summary>
internal static class RouteRules
{
    /// <summary>Every <c>Map…</c> extension of a class of endpoints is called where all routes are listed.</summary>
    public static Findings AreMapped(IEnumerable<Type> types, string listOfRoutes) => Findings.Over(
        types.SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)).Where(MapsEndpoints),
        method => IsCalled(method.Name, listOfRoutes) ? null : $"{method.DeclaringType!.Name}.{method.Name} is not called in Routes.cs: add api.{method.Name}() to src/FlexPrice.Api/Routes.cs{Guide.Command("Permission and Routes")}.");

    private static bool MapsEndpoints(MethodInfo method) =>
        method.Name.StartsWith("Map", StringComparison.Ordinal)
        && method.IsDefined(typeof(ExtensionAttribute), inherit: false)
        && method.GetParameters()[0].ParameterType == typeof(IEndpointRouteBuilder);

    // A statement of its own, so that a comment is no call.
    private static bool IsCalled(string method, string source) =>
        Regex.IsMatch(source, $@"^\s*\w+\.{method}\(", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
}
