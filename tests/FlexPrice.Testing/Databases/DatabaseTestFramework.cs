using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace FlexPrice.Testing.Databases;

/// <summary>Leaves out the tests of an engine that is not requested, skips those whose engine this machine lacks, and cleans up after the last one.</summary>
public sealed class DatabaseTestFramework : XunitTestFramework
{
    private readonly Func<string, string?> _variable;

    /// <summary>As the runner makes it.</summary>
    public DatabaseTestFramework(IMessageSink messages)
        : this(messages, Environment.GetEnvironmentVariable)
    {
    }

    /// <summary>In an environment of the test.</summary>
    internal DatabaseTestFramework(IMessageSink messages, Func<string, string?> variable)
        : base(messages) => _variable = variable;

    /// <inheritdoc />
    protected override ITestFrameworkDiscoverer CreateDiscoverer(IAssemblyInfo assemblyInfo) => new Discoverer(assemblyInfo, SourceInformationProvider, DiagnosticMessageSink, _variable);

    /// <inheritdoc />
    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) => new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Discoverer(IAssemblyInfo assembly, ISourceInformationProvider sources, IMessageSink messages, Func<string, string?> variable) : XunitTestFrameworkDiscoverer(assembly, sources, messages)
    {
        protected override bool FindTestsForType(ITestClass testClass, bool includeSourceInformation, IMessageBus messageBus, ITestFrameworkDiscoveryOptions discoveryOptions) =>
            Engine.Of(testClass.Class.ToRuntimeType())?.IsLeftOut(variable) == true || base.FindTestsForType(testClass, includeSourceInformation, messageBus, discoveryOptions);

        protected override bool FindTestsForMethod(ITestMethod testMethod, bool includeSourceInformation, IMessageBus messageBus, ITestFrameworkDiscoveryOptions discoveryOptions)
        {
            if (!testMethod.Method.GetCustomAttributes(typeof(FactAttribute)).Any() || Engine.Of(testMethod.TestClass.Class.ToRuntimeType())?.Missing is not { } reason)
            {
                return base.FindTestsForMethod(testMethod, includeSourceInformation, messageBus, discoveryOptions);
            }

            var skipped = new SkippedTestCase(DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod, reason);
            return ReportDiscoveredTestCase(skipped, includeSourceInformation, messageBus);
        }
    }

    private sealed class Executor(AssemblyName assembly, ISourceInformationProvider sources, IMessageSink messages) : XunitTestFrameworkExecutor(assembly, sources, messages)
    {
        protected override async void RunTestCases(IEnumerable<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions)
        {
            using var runner = new Runner(TestAssembly, testCases, DiagnosticMessageSink, executionMessageSink, executionOptions);
            await runner.RunAsync();
        }
    }

    private sealed class Runner(ITestAssembly assembly, IEnumerable<IXunitTestCase> cases, IMessageSink diagnostics, IMessageSink messages, ITestFrameworkExecutionOptions options)
        : XunitTestAssemblyRunner(assembly, cases, diagnostics, messages, options)
    {
        protected override async Task BeforeTestAssemblyFinishedAsync()
        {
            await base.BeforeTestAssemblyFinishedAsync();
            foreach (var engine in Engine.All)
            {
                await engine.CleanUpAsync();
            }
        }
    }
}
