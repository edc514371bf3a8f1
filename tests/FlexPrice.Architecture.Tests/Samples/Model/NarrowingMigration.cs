using Microsoft.EntityFrameworkCore.Migrations;

namespace FlexPrice.Architecture.Tests.Samples.Model;

/// <summary>A migration that breaks a process of the version before, and changes that it does not notice.</summary>
internal sealed class NarrowingMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("note", "tickets", nullable: true);
        migrationBuilder.AddColumn<int>("weight", "tickets", nullable: false, defaultValue: 0);
        migrationBuilder.CreateIndex("ix_tickets_note", "tickets", "note");
        migrationBuilder.CreateTable("callers", columns => new { id = columns.Column<string>() });
        migrationBuilder.CreateIndex("ix_callers_id", "callers", "id", unique: true);
        migrationBuilder.AddColumn<string>("owner", "tickets", nullable: false);
        migrationBuilder.DropColumn("subject", "tickets");
        migrationBuilder.RenameColumn("state", "tickets", "status");
        migrationBuilder.AlterColumn<string>("number", "tickets", oldClrType: typeof(int));
        migrationBuilder.CreateIndex("ix_tickets_owner", "tickets", "owner", unique: true);
        migrationBuilder.AddForeignKey("fk_tickets_owner", "tickets", "owner", "callers", principalColumn: "id");
        migrationBuilder.DropTable("comments");
        migrationBuilder.RenameTable("attachments", newName: "files");
    }
}
