using System.Runtime.InteropServices;

namespace FlexPrice.Benchmarks;

/// <summary>What a server has used so far.</summary>
/// <param name="Allocated">In bytes.</param>
/// <param name="ProcessorTime">All threads together.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Use(long Allocated, TimeSpan ProcessorTime);
