namespace FlexPrice.Domain.Primitives;

/// <summary>The category of personal data (GDPR Art. 4(1)) of a property.</summary>
public enum PersonalDataCategory
{
    /// <summary>An identifier that the tenant gave to the person, such as an external id.</summary>
    Identifier,

    /// <summary>Name and ways to reach the person.</summary>
    Contact,

    /// <summary>Postal address.</summary>
    Address,

    /// <summary>Free form: the tenant can put anything in it, so it counts as personal.</summary>
    FreeForm,

    /// <summary>What the person did: usage of the tenant's product.</summary>
    Behaviour,
}
