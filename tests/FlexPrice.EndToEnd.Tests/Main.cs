// Those who build, those who wait for servers to die and to start, and all others: three at once keep two processors busy.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly, MaxParallelThreads = 3)]

// Started by hand this assembly receives webhooks; as a test it is loaded by the test host and never comes here.
return args is ["receive", var journal] ? await ReceiverProgram.RunAsync(journal) : 2;
