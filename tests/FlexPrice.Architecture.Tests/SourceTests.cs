namespace FlexPrice.Architecture.Tests;

public sealed class SourceTests
{
    private static readonly Exemption[] ReadsSettings =
    [
        new("FlexPrice.Infrastructure/Configuration/SettingReader.cs", "Everything of this program's is read here."),
        new("FlexPrice.Api/Hosting.cs", "Addresses and log levels, which are the framework's."),
        new("FlexPrice.Api/Telemetry/TelemetryExport.cs", "The standard variables of OpenTelemetry."),
    ];

    private static readonly SourceFile[] Bad =
    [
        new("FlexPrice.Domain/Helpers/Money.cs", "namespace FlexPrice.Domain.Customers;\n\npublic sealed record Money;\n"),
        new("FlexPrice.Domain/Customers/Two.cs", "namespace FlexPrice.Domain.Customers;\n\npublic sealed class Two;\n\npublic enum Kind\n{\n}\n"),
        new("FlexPrice.Domain/Customers/Other.cs", "namespace FlexPrice.Domain.CustomersElsewhere;\n\npublic readonly record struct Another;\n"),
        new("FlexPrice.Domain/Customers/Long.cs", "namespace FlexPrice.Domain.Customers;\n" + new string('\n', SourceRules.MaximumLines)),
    ];

    [Fact]
    public void Source_WhenItIsOneOfTheProducts_ResidesWithAnAgreedFeature() => SourceRules.ResideInAgreedFolders(Product.Sources).ShouldHold();

    [Fact]
    public void Source_WhenItResidesElsewhere_IsCaught() => SourceRules.ResideInAgreedFolders(Bad).ShouldCatch("Helpers/Money.cs");

    [Fact]
    public void Source_WhenItIsOneOfTheProducts_HasTheNamespaceOfItsFolder() => SourceRules.HaveTheNamespaceOfTheirFolder(Product.Sources).ShouldHold();

    [Fact]
    public void Source_WhenItsNamespaceIsAnother_IsCaught() => SourceRules.HaveTheNamespaceOfTheirFolder(Bad).ShouldCatch("Helpers/Money.cs", "Customers/Other.cs");

    [Fact]
    public void Source_WhenItIsOneOfTheProducts_DeclaresOnePublicTypeOfItsName() => SourceRules.DeclareOnePublicType(Product.Sources).ShouldHold();

    [Fact]
    public void Source_WhenItDeclaresTwoOrAnother_IsCaught() => SourceRules.DeclareOnePublicType(Bad).ShouldCatch("declares Two, Kind", "declares Another");

    [Fact]
    public void Source_WhenItIsOneOfTheProducts_IsShort() => SourceRules.AreShort(Product.Sources).ShouldHold();

    [Fact]
    public void Source_WhenItIsLong_IsCaught() => SourceRules.AreShort(Bad).ShouldCatch("Long.cs has 251 lines");

    [Fact]
    public void Setting_WhenItIsOneOfTheProducts_IsReadInOnePlace() => SourceRules.ReadSettingsInOnePlace(Product.Sources, ReadsSettings).ShouldHold();

    [Fact]
    public void Setting_WhenItIsReadElsewhere_IsCaught() => SourceRules.ReadSettingsInOnePlace(
        [
            new("FlexPrice.Api/One.cs", "var size = builder.Configuration[\"Load:Size\"];"),
            new("FlexPrice.Api/Two.cs", "var size = configuration.GetValue<int>(\"Load:Size\");"),
            new("FlexPrice.Api/Three.cs", "var size = Environment.GetEnvironmentVariable(\"LOAD_SIZE\");"),
            new("FlexPrice.Api/Four.cs", "builder.Configuration[\"Load:Size\"] = \"4\";"),
        ],
        [new Exemption("FlexPrice.Api/Four.cs", "")]).ShouldCatch("One.cs reads a setting by itself", "Two.cs reads", "Three.cs reads", "Four.cs needs no exemption");

    [Fact]
    public void Source_WhenItIsOneOfTheProducts_IsFinished() => SourceRules.AreFinished(Product.Sources).ShouldHold();

    [Fact]
    public void Source_WhenItSaysWhatIsToBeDone_IsCaught() =>
        SourceRules.AreFinished([new("FlexPrice.Domain/Customers/Open.cs", "/// <summary>TODO: what it is.</summary>\npublic sealed record Open;")]).ShouldCatch("says /// <summary>TODO: what it is.</summary>: do it");

    [Fact]
    public void Source_WhenItIsOneOfTheProducts_NamesNoMemberOfAnEnumAgain() =>
        SourceRules.NameNoMemberAgain(Product.Sources, Product.Domain.GetTypes().Where(type => type.IsEnum)).ShouldHold();

    [Fact]
    public void Source_WhenItNamesAMemberAgain_IsCaught() => SourceRules.NameNoMemberAgain(
        [
            new("FlexPrice.Api/Access/Words.cs", "ApiKeyType.PrivateKey => \"private_key\", ApiKeyType.PublishableKey => \"pk_\","),
            new("FlexPrice.Application/Access/Words.cs", "[\"PRIVATE_KEY\"] = ApiKeyType.PrivateKey, (\"PublishableKey\", ApiKeyType.PublishableKey), \"private_key\" => Elsewhere.PrivateKey,"),
        ],
        [typeof(FlexPrice.Domain.Access.ApiKeyType)]).ShouldCatch("says ApiKeyType.PrivateKey => \"private_key\"", "says \"PRIVATE_KEY\"] = ApiKeyType.PrivateKey", "says \"PublishableKey\", ApiKeyType.PublishableKey");
}
