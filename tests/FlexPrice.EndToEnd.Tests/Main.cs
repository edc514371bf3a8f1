// Each keeps two processors busy: three beside one another took a third longer than one after the other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

// Started by hand this assembly receives webhooks; as a test it is loaded by the test host and never comes here.
return args is ["receive", var journal] ? await ReceiverProgram.RunAsync(journal) : 2;
