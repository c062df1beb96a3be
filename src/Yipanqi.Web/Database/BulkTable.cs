using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Yipanqi.Web.Database;

/// <summary>A table as bulk work sees it: the columns in the order of the model, and how a row is written into a binary COPY.</summary>
internal sealed class BulkTable<T>
{
    private static BulkTable<T>? known;

    private readonly Lazy<Action<NpgsqlBinaryImporter, T>> copy;

    private BulkTable(IModel model)
    {
        Model = model;
        var type = model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not in the model.");
        Name = type.GetTableName()!;
        Columns = [.. type.GetProperties()];
        ColumnList = string.Join(", ", Columns.Select(c => c.GetColumnName()));
        copy = new(() => Writer(Columns));
    }

    public string Name { get; }

    public IReadOnlyList<IProperty> Columns { get; }

    public string ColumnList { get; }

    private IModel Model { get; }

    public void Copy(NpgsqlBinaryImporter importer, T row) => copy.Value(importer, row);

    /// <summary>Reads the model once; a model of the other database replaces it.</summary>
    public static BulkTable<T> Of(IModel model) => known is { } table && ReferenceEquals(table.Model, model) ? table : known = new(model);

    // One call a column, compiled: millions of rows pass here, and boxing each value would take longer than sending it.
    private static Action<NpgsqlBinaryImporter, T> Writer(IEnumerable<IProperty> columns)
    {
        var importer = Expression.Parameter(typeof(NpgsqlBinaryImporter));
        var row = Expression.Parameter(typeof(T));
        var writes = columns.Select(c => Write(importer, Expression.Property(row, c.PropertyInfo!), c));
        return Expression.Lambda<Action<NpgsqlBinaryImporter, T>>(Expression.Block(writes), importer, row).Compile();
    }

    private static Expression Write(Expression importer, Expression value, IProperty column)
    {
        var plain = Nullable.GetUnderlyingType(value.Type) is { } inner ? Expression.Convert(value, inner) : value;
        var mapping = column.GetRelationalTypeMapping();
        var stored = mapping.Converter is { } converter ? Expression.Invoke(converter.ConvertToProviderExpression, plain) : plain;
        var write = Expression.Call(
            importer, nameof(NpgsqlBinaryImporter.Write), [stored.Type], stored, Expression.Constant(mapping.StoreTypeNameBase));
        var none = Expression.Call(importer, nameof(NpgsqlBinaryImporter.WriteNull), null);
        return value.Type.IsValueType && plain == value
            ? write
            : Expression.IfThenElse(Expression.Equal(value, Expression.Constant(null, value.Type)), none, write);
    }
}
