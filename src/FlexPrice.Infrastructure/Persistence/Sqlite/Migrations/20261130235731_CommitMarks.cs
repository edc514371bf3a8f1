using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FlexPrice.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class CommitMarks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "commit_marks",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    environment_id = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    id = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    committed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commit_marks", x => new { x.tenant_id, x.environment_id, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_commit_marks_committed_at",
                table: "commit_marks",
                column: "committed_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "commit_marks");
        }
    }
}
