using Microsoft.AspNetCore.DataProtection;
using Yipanqi.Web.Files.Imports;

namespace Yipanqi.Web.Tests.Files.Imports;

/// <summary>The tables of drafts in tests without a host: sealed by keys that die with the run.</summary>
public static class TestTables
{
    public static readonly DraftTables Shared = new(new EphemeralDataProtectionProvider());
}
