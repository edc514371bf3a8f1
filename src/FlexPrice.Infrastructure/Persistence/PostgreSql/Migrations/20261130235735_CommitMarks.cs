using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FlexPrice.Infrastructure.Persistence.PostgreSql.Migrations
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
                    tenant_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    environment_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    committed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
