using Lapwing.Data.Postgres;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Lapwing.Data;

/// <summary>Who may commit at the same time, inside the transaction of a save: any number that bring people into files, or one that brings members. An embedded
/// database has one writer from the beginning of its transaction, which is turn enough.</summary>
internal static class ArrivalTurn
{
    /// <summary>For a save that brings people: none that brings members commits before this one ends.</summary>
    /// <returns>The edition of the members then.</returns>
    public static Task<long?> WithOthersAsync(PartnershipDb db, CancellationToken ct) =>
        db.Database.GetDbConnection() is NpgsqlConnection server ? PostgresTurn.WithOthersAsync(server, ct) : Edition.ReadAsync(db, ct);

    /// <summary>For a save that brings members: what the others brought is committed and can be seen, and none of them goes on before this one ends.</summary>
    public static Task AloneAsync(PartnershipDb db, CancellationToken ct) =>
        db.Database.GetDbConnection() is NpgsqlConnection server ? PostgresTurn.AloneAsync(server, ct) : Task.CompletedTask;
}
