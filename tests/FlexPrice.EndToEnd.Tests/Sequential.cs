// Each keeps two processors busy: three beside one another took a third longer than one after the other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
