using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace FlexPrice.Testing.Databases;

/// <summary>Finds classes of tests whose code makes an engine or a database.</summary>
internal static class EngineMakers
{
    private const int MethodDefinition = 0x06;
    private const int MemberReference = 0x0A;
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Whether the class, one that it derives from or one of its fixtures calls the constructor of an engine or of a database.</summary>
    /// <param name="test">The class.</param>
    public static bool MakesOne(Type test) => Code(test).Concat(Fixtures(test).SelectMany(Code)).SelectMany(Made).Any(type => type.IsSubclassOf(typeof(Engine)) || type.IsSubclassOf(typeof(TestDatabase)));

    private static IEnumerable<Type> Fixtures(Type test) => test.GetInterfaces().SelectMany(type => type.GetGenericArguments()).Where(type => type.IsClass);

    // What is asynchronous and what is passed on as a function, the compiler puts into classes of its own.
    private static IEnumerable<Type> Code(Type type) => !IsOfTests(type.Assembly)
        ? []
        : Code(type.BaseType!)
            .Concat(type.GetNestedTypes(Own).Where(nested => nested.IsDefined(typeof(CompilerGeneratedAttribute))).SelectMany(Code))
            .Prepend(type);

    private static IEnumerable<Type> Made(Type type) =>
        type.GetMembers(Own).OfType<MethodBase>().SelectMany(method => Made(method, method.GetMethodBody()?.GetILAsByteArray() ?? []));

    // Every place is tried as the beginning of an instruction, so that none is missed.
    private static IEnumerable<Type> Made(MethodBase method, byte[] code) => Enumerable.Range(0, Math.Max(0, code.Length - sizeof(int)))
        .Where(at => code[at] == OpCodes.Newobj.Value)
        .Select(at => MadeBy(method.Module, BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at + 1))))
        .OfType<Type>();

    private static bool IsOfTests(Assembly assembly) => assembly == typeof(EngineMakers).Assembly || assembly.GetReferencedAssemblies().Any(name => name.FullName == typeof(EngineMakers).Assembly.FullName);

    private static Type? MadeBy(Module module, int token)
    {
        try
        {
            return token >>> 24 is MethodDefinition or MemberReference ? module.ResolveMethod(token)?.DeclaringType : null;
        }
        catch (Exception noMethod) when (noMethod is ArgumentException or BadImageFormatException)
        {
            return null;
        }
    }
}
