// Each keeps two processors busy: three concurrent ones took a third longer than one after the other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
