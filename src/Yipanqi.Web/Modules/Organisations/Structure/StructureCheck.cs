using Yipanqi.Web.Modules.Organisations.Terms;

namespace Yipanqi.Web.Modules.Organisations.Structure;

/// <summary>Compares an organisation with the rules of size, committee and term. Takes everything as arguments.</summary>
public static class StructureCheck
{
    public static IReadOnlyList<StructureFinding> Of(UnitFacts unit, StructureRules all, DateOnly today)
    {
        var kind = all.KindOf(unit.Kind);
        var found = new List<StructureFinding>();
        if (kind == PartyUnitKind.Unknown)
        {
            var written = unit.Kind.Length > 0 ? $"类别“{unit.Kind}”" : "类别没有填，";
            found.Add(new(FindingKind.KindUnknown, $"{written}看不出是党委、总支还是支部，没有检查。请在单位页上写明类别。", all.TermOf(unit.Kind)));
        }

        if (kind is PartyUnitKind.Unknown or PartyUnitKind.None or PartyUnitKind.Temporary)
        {
            return found;
        }

        Size(kind, unit, all.Rules, found);

        if (unit.Term is null)
        {
            found.Add(new(FindingKind.NoTerm, "没有届次记录，看不出何时选举、何时到期。请登记本届。", all.TermOf(unit.Kind)));
        }
        else
        {
            Term(unit.Term, all.Rules, today, found);
            Posts(kind, unit, unit.Term, all.Rules, found);
        }

        return [.. found.OrderBy(f => f.Kind)];
    }

    private static void Size(PartyUnitKind kind, UnitFacts unit, StructureRules.RuleSet rules, List<StructureFinding> found)
    {
        if (kind == PartyUnitKind.GeneralBranch && unit.Members >= rules.BaseFrom.Value)
        {
            found.Add(new(FindingKind.TooLarge, $"党员 {unit.Members} 人，已到 {rules.BaseFrom.Value} 人。请考虑报批设立党的基层委员会。", rules.BaseFrom));
        }

        if (kind == PartyUnitKind.Branch && unit.FullMembers < rules.BranchLeast.Value)
        {
            found.Add(new(FindingKind.TooSmall, $"正式党员 {unit.FullMembers} 人，不足 {rules.BranchLeast.Value} 人。可与邻近单位成立联合党支部。", rules.BranchLeast));
        }

        if (kind == PartyUnitKind.Branch && unit.Members > rules.BranchMost.Value)
        {
            found.Add(new(FindingKind.TooLarge, $"党员 {unit.Members} 人，超过 {rules.BranchMost.Value} 人。请考虑分设支部或报批成立党总支。", rules.BranchMost));
        }
    }

    private static void Term(UnitFacts.TermFacts term, StructureRules.RuleSet rules, DateOnly today, List<StructureFinding> found)
    {
        var finding = CommitteeTerm.StateOf(term.RegularDueDay, term.DueDay, null, today, rules.NoticeMonths.Value) switch
        {
            TermState.Overdue => new StructureFinding(FindingKind.Overdue, $"第 {term.Number} 届 {term.DueDay:yyyy-MM-dd} 到期，已超期 {today.DayNumber - term.DueDay.DayNumber} 天。请换届或报批延期。", rules.OnTime),
            TermState.Extended => new(FindingKind.Extended, $"第 {term.Number} 届任期已满，批准延期到 {term.DueDay:yyyy-MM-dd}。", rules.ChangeMonths),
            TermState.DueSoon => new(FindingKind.DueSoon, $"第 {term.Number} 届 {term.DueDay:yyyy-MM-dd} 到期，请准备换届。", rules.NoticeMonths),
            _ => null,
        };
        if (finding is not null)
        {
            found.Add(finding);
        }
    }

    private static void Posts(PartyUnitKind kind, UnitFacts unit, UnitFacts.TermFacts term, StructureRules.RuleSet rules, List<StructureFinding> found)
    {
        var held = term.Holders.Count;
        var needsCommittee = kind == PartyUnitKind.Branch && unit.FullMembers >= rules.CommitteeFrom.Value;
        if (!term.HasSecretary)
        {
            found.Add(new(FindingKind.SecretaryVacant, $"书记自 {term.VacantSince:yyyy-MM-dd} 起空缺。请补选或由上级任命。", rules.Secretary));
        }

        if (needsCommittee && held <= 1)
        {
            found.Add(new(FindingKind.CommitteeMissing, $"正式党员 {unit.FullMembers} 人，没有支部委员会。请选举产生。", rules.CommitteeFrom));
        }
        else if (needsCommittee && held < rules.CommitteeLeast.Value)
        {
            found.Add(new(FindingKind.CommitteeTooSmall, $"支部委员 {held} 人，少于 {rules.CommitteeLeast.Value} 人。请补选。", rules.CommitteeLeast));
        }

        if (kind == PartyUnitKind.Branch && held > rules.CommitteeMost.Value)
        {
            found.Add(new(FindingKind.CommitteeTooLarge, $"支部委员 {held} 人，多于 {rules.CommitteeMost.Value} 人。", rules.CommitteeMost));
        }

        if (term.Seats is { } seats)
        {
            Approved(held, seats, rules, found);
        }
        else if (kind != PartyUnitKind.Branch)
        {
            Usual(kind, held, rules, found);
        }
    }

    private static void Approved(int held, int seats, StructureRules.RuleSet rules, List<StructureFinding> found)
    {
        if (held < seats)
        {
            found.Add(new(FindingKind.SeatsVacant, $"批复职数 {seats} 人，在任 {held} 人，缺 {seats - held} 人。", rules.Seats));
        }
        else if (held > seats)
        {
            found.Add(new(FindingKind.CommitteeTooLarge, $"批复职数 {seats} 人，在任 {held} 人，多 {held - seats} 人。", rules.Seats));
        }
    }

    // Of committees and general branches no clause gives a number of members; what is usual is a notice until the approved number is told.
    private static void Usual(PartyUnitKind kind, int held, StructureRules.RuleSet rules, List<StructureFinding> found)
    {
        var (least, most) = kind == PartyUnitKind.GeneralBranch ? (rules.GeneralSeatsLeast, rules.GeneralSeatsMost) : (rules.BaseSeatsLeast, rules.BaseSeatsMost);
        if (held < least.Value || held > most.Value)
        {
            found.Add(new(FindingKind.CommitteeUnusual, $"委员 {held} 人，一般为 {least.Value} 至 {most.Value} 人。上级批复了职数的，请登记批复职数。", held < least.Value ? least : most));
        }
    }
}
