namespace Lapwing.Data;

public abstract partial class PartnershipDb
{
    /// <summary>The version that somebody's page showed: when the record has moved on since, saving says so instead of writing over it.</summary>
    public void Expect(object entity, int version) => Entry(entity).Property(VersionColumn).OriginalValue = version;
}
