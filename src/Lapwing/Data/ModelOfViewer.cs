using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Lapwing.Data;

/// <summary>Two models of each partnership database: with need-to-know in every query, and without for those few who came through
/// <see cref="Access.NeedToKnow.Unrestricted"/>. A query is planned for what it asks, not for both at once.</summary>
internal sealed class ModelOfViewer : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => (context.GetType(), context is PartnershipDb { Viewer.SeesAll: true }, designTime);
}
